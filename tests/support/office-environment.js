const { createRequire } = require('node:module');
const { TestEnvironment } = require('jest-environment-node');

const load = createRequire(__filename);

/** Who listened to the process before any office did: Strapi takes everybody away when it closes, jest and Node's own included. */
const before = new Map(process.eventNames().map((event) => [event, process.rawListeners(event)]));
const { removeAllListeners } = process;
process.removeAllListeners = (...named) => {
  if (named.length > 0) return removeAllListeners.apply(process, named);
  for (const event of process.eventNames()) {
    const kept = before.get(event) ?? [];
    for (const one of process.rawListeners(event))
      if (!kept.includes(one)) process.removeListener(event, one);
  }
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
