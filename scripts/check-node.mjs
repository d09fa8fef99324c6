/** One clear sentence on a Node that can't run this; the syntax here is old on purpose. */
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Kaidan needs Node 20.19 or newer (22 and 24 are fine); this is ${process.versions.node}.`);
  process.exit(1);
}
