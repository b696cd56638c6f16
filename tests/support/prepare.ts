import { prepare } from './prepared';

/** Makes what the API tests need before the first of them, while something else keeps them waiting. */
prepare((line) => process.stderr.write(`${line}\n`)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
