// node medplum.mjs PORT FILE...: sends each file's message and waits for its answer.
import fs from 'node:fs';
import { Hl7Message } from '@medplum/core';
import { Hl7Client } from '@medplum/hl7';

const [port, ...files] = process.argv.slice(2);
const client = new Hl7Client({ host: '127.0.0.1', port: Number(port) });
for (const file of files) {
  const answer = await client.sendAndWait(Hl7Message.parse(fs.readFileSync(file, 'latin1')));
  console.log(answer.toString());
}
await client.close();
