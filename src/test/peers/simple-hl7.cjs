// node simple-hl7.cjs PORT FILE...: sends each file's message and waits for its answer.
const fs = require('fs');
const hl7 = require('simple-hl7');

const [port, ...files] = process.argv.slice(2);
const client = hl7.Server.createTcpClient('127.0.0.1', Number(port));
const parser = new hl7.Parser();

function send() {
  const file = files.shift();
  if (!file) {
    process.exit(0);
  }
  const message = parser.parse(fs.readFileSync(file, 'latin1'));
  client.send(message, (problem, answer) => {
    if (problem) {
      console.error(problem);
      process.exit(1);
    }
    console.log(answer.log());
    // It takes the next message only after this function has returned.
    setImmediate(send);
  });
}

send();
setTimeout(() => process.exit(1), 20000);
