const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

const load = createRequire(__filename);

/** Strapi takes away whoever listens to the process when it closes, the link between jest and its worker included. */
const before = ['message', 'disconnect'].map((event) => [event, process.listeners(event)]);
const { removeAllListeners } = process;
process.removeAllListeners = (...events) => {
  removeAllListeners.apply(process, events);
  if (events.length > 0) return process;
  for (const [event, listeners] of before) for (const one of listeners) process.on(event, one);
  return process;
};

/**
 * A test file of the API suite, with the office outside of it: Strapi and the compiled server are loaded once by a
 * worker and not anew by every test file, which would take longer than most of them. What a file changes in the
 * settings is put back after it.
 */
class OfficeEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    this.settings = { ...process.env };
    this.global.loadOutside = load;
    this.global.process.env = process.env;
    // A moment made by a test is a moment to the office.
    this.global.Date = Date;
  }

  async teardown() {
    for (const name of Object.keys(process.env)) if (!(name in this.settings)) delete process.env[name];
    Object.assign(process.env, this.settings);
    await super.teardown();
  }
}

module.exports = OfficeEnvironment;
