const path = require('node:path');

/** The office's own modules, as a test file imports them, are those that the worker has loaded (`office-environment.js`). */
module.exports = {
  process(_source, file) {
    return { code: `module.exports = globalThis.loadOutside(${JSON.stringify(path.resolve(file))});` };
  },
};
