// node node-hl7-client.mjs PORT FILE...: sends each file's message and waits for its answer.
import fs from 'node:fs';
import { Client, Message } from 'node-hl7-client';

const [port, ...files] = process.argv.slice(2);
const client = new Client({ host: '127.0.0.1' });
let answered;
const connection = client.createConnection({ port: Number(port) }, async (answer) => {
  console.log(answer.getMessage().toString());
  answered();
});
setTimeout(() => process.exit(1), 20000);
for (const file of files) {
  const answer = new Promise((resolve) => {
    answered = resolve;
  });
  await connection.sendMessage(new Message({ text: fs.readFileSync(file, 'latin1') }));
  await answer;
}
await connection.close();
process.exit(0);
