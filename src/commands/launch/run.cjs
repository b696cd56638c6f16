'use strict';

/*
 * The first thing `npm start`, `npm run develop` and every command that opens the office run. Written for any
 * Node, also one that is too old to read the rest: it says so instead of failing on the first modern line.
 */
var path = require('path');

function refuse(zh, en) {
  process.stderr.write('\u2717 ' + zh + '\n  ' + en + '\n');
  process.exit(1);
}

var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 18) || version[0] > 24) {
  refuse(
    '管家需要 Node.js 20.18 至 24，这里是 ' + process.versions.node + '。请换一个版本再启动。',
    'Guanjia needs Node.js 20.18 to 24, this is ' +
      process.versions.node +
      '. Please switch and start again.',
  );
}

// Strapi writes moments in the process's own wall time: there must be only one, before any date is made.
process.env.TZ = 'UTC';
process.env.STRAPI_TELEMETRY_DISABLED = 'true';

var register;
try {
  register = require('tsx/cjs/api').register;
} catch (_) {
  refuse(
    '程序包还没有安装。请先运行 npm ci。',
    'The packages are not installed yet. Please run npm ci first.',
  );
}

var command = process.argv[2];
var opensDoor = command === 'start' || command === 'develop';
// Notices of what a library will drop one day are for those who develop.
process.noDeprecation = command !== 'develop';
var unregister = register();
var file = path.join(__dirname, '..', command + '.ts');
if (opensDoor) {
  require(file);
  // What the office itself runs on is compiled already; it loads faster without the translator in the way.
  unregister();
} else {
  process.argv.splice(1, 2, file);
  require('./compiled.ts')
    .runOnCompiled()
    .then(function () {
      // The command finds itself the one that was called.
      require('module')._load(file, null, true);
    });
}
