/**
 * Loaded into a journey's server before anything else, so that the journey can let hours pass in it. Only forwards, as time
 * goes; a restart is back in the present. The product reads the time by `Date.now()` alone.
 */
const present = Date.now;
let aheadMs = 0;
Date.now = () => present() + aheadMs;

process.on("message", ({ passMs }) => {
  aheadMs += passMs;
  process.send({ aheadMs });
});
process.channel?.unref();
