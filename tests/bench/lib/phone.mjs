const BYTES_PER_KILOBIT = 1000 / 8;
/** A mid-range phone on slow 4G. */
export const SLOW_4G = { latency: 150, down: 1_600 * BYTES_PER_KILOBIT, up: 750 * BYTES_PER_KILOBIT };
const CPU_SLOWDOWN = 4;
const PHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 2.625,
  isMobile: true,
  hasTouch: true,
};
/** Longer tasks keep a reader waiting. */
const LONG_TASK_MS = 50;
/** What comes after the page is there would come within this time. */
const SETTLES_MS = 1_000;

/** Runs in the page before anything else: keeps what the browser itself observes. */
function observe(longTask) {
  const seen = { largest: 0, shift: 0, blocked: 0 };
  window.benchSeen = seen;
  const on = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  on('largest-contentful-paint', ({ startTime }) => (seen.largest = startTime));
  on('layout-shift', ({ value }) => (seen.shift += value));
  on('longtask', ({ duration }) => (seen.blocked += duration - longTask));
}

/** Bytes that came over the network, headers too, and how much text of scripts they hold. */
async function watchTransfer(devtools) {
  const kinds = new Map();
  const counted = { requests: 0, transfer: 0, script: 0, scriptText: 0 };
  const isScript = (id) => kinds.get(id) === 'Script';
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.dataReceived', ({ requestId, dataLength }) => {
    if (isScript(requestId)) counted.scriptText += dataLength;
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    counted.requests += 1;
    counted.transfer += encodedDataLength;
    if (isScript(requestId)) counted.script += encodedDataLength;
  });
  await devtools.send('Network.enable');
  return counted;
}

/** Figures of one visit with nothing in the browser's cache; layout shifts also while it is read to its end. */
export async function visit(browser, url, { latency, down, up } = SLOW_4G) {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    const counted = await watchTransfer(devtools);
    await devtools.send('Performance.enable');
    await devtools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: down,
      uploadThroughput: up,
    });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
    await page.addInitScript(observe, LONG_TASK_MS);
    const answer = await page.goto(url, { waitUntil: 'load' });
    if (!answer.ok()) throw new Error(`${url} answered ${answer.status()}`);
    await page.waitForTimeout(SETTLES_MS);
    const first = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0].startTime,
    );
    const { largest } = await page.evaluate(() => window.benchSeen);
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await page.waitForTimeout(SETTLES_MS / 2);
    const { shift, blocked } = await page.evaluate(() => window.benchSeen);
    const { metrics } = await devtools.send('Performance.getMetrics');
    const seconds = (name) => metrics.find((metric) => metric.name === name).value * 1000;
    const work = {
      script: seconds('ScriptDuration'),
      layout: seconds('LayoutDuration') + seconds('RecalcStyleDuration'),
    };
    return { ...counted, first, largest, shift, blocked, work };
  } finally {
    await context.close();
  }
}
