import fc from 'fast-check';
import { PROPERTY_SEED, propertyRuns } from './property-seed';

// One seed for everyone, so that what failed elsewhere fails here; `npm run test:explore` takes a new one.
const runs = propertyRuns();
fc.configureGlobal({ seed: PROPERTY_SEED, ...(runs === undefined ? {} : { numRuns: runs }) });
