/**
 * yup 0.32.9, with which Strapi validates what it writes, loses a test that fails for a reason of its own (the
 * database refuses the query of a uniqueness check): the rejection reaches nobody, so the process dies of it,
 * and where it does not, the request waits for ever with its transaction open. 0.32.11 hands the failure on; this
 * does the same for the version in use. Importing the module is enough, and it has to happen before Strapi's own
 * modules declare their schemas, which is why `src/index.ts` imports it (first of all that Strapi loads).
 */
import { createRequire } from 'node:module';

type Callback = (error: unknown, value?: unknown) => void;
type TestFunction = (this: unknown, value: unknown, context: unknown) => unknown;
interface TestConfig {
  readonly test: TestFunction;
}
interface Validate {
  (given: { readonly sync?: boolean }, done: Callback): void;
  OPTIONS: TestConfig;
}
type CreateValidation = (config: TestConfig) => Validate;

const SETTLED = Symbol.for('guanjia.validation.settled');

// The module itself: an import gives some loaders only a view of it, which cannot be changed.
const yup = createRequire(__filename)('yup/lib/util/createValidation') as {
  default: CreateValidation & { [SETTLED]?: true };
};
if (!yup.default[SETTLED]) yup.default = Object.assign(settling(yup.default), { [SETTLED]: true as const });

/** A test whose promise is rejected ends its validation with that error. */
export function settling(create: CreateValidation): CreateValidation {
  return (config) => {
    const plain = create(config);
    const validate: Validate = Object.assign(
      (given: { readonly sync?: boolean }, done: Callback): void => {
        if (given.sync) {
          plain(given, done);
          return;
        }
        const test: TestFunction = function (value, context) {
          const result = config.test.call(this, value, context);
          if (!isPromise(result)) return result;
          return result.catch((error: unknown) => {
            // Reported here; yup itself, which would only lose it, never hears of the end.
            done(error);
            return new Promise<never>(() => undefined);
          });
        };
        create({ ...config, test })(given, done);
      },
      { OPTIONS: config },
    );
    return validate;
  };
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && 'catch' in value;
