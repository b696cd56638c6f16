import { applyTestEnvironment } from './environment';

applyTestEnvironment(process.env);

// Opening an office takes seconds, a loaded machine takes longer.
jest.setTimeout(60_000);
