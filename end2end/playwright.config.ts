// Browser tests against the real program in the system's Chromium.
//
// `cargo xtask test` sets the variables; by hand, after `cargo build`:
//   npx playwright test        (in end2end/, once cargo xtask test has linked node_modules)

import { rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig, devices } from '@playwright/test';

const root = fileURLToPath(new URL('..', import.meta.url));
const binary = process.env.EXPLORER_BINARY ?? `${root}target/debug/interreg-explorer`;
const port = process.env.EXPLORER_PORT ?? '3100';
const address = `127.0.0.1:${port}`;
// A store of its own, made anew: workers read this file too, when it is in use.
const data = `${tmpdir()}/interreg-explorer-browser-tests-${port}`;
if (process.env.TEST_WORKER_INDEX === undefined) rmSync(data, { recursive: true, force: true });

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: Math.max(2, cpus().length),
  // A test that passes only at the second try does not pass.
  retries: 0,
  forbidOnly: true,
  reporter: 'list',
  use: {
    baseURL: `http://${address}`,
    // A trace of every step costs a quarter of the time. By hand:
    //   npx playwright test --trace retain-on-failure …
    screenshot: 'only-on-failure',
    ...devices['Desktop Chrome'],
    // Colours on their way from one to another have the contrast of neither.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        // Chromium refuses its sandbox to root.
        ...(process.env.CHROMIUM_NO_SANDBOX ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // The day is fixed: which projects are ongoing depends on it.
    command: `"${binary}" serve --data "${data}" --listen ${address} --today 2026-11-24`,
    // Here and not at the root, where a developer may have an explorer.toml.
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    env: { INTERREG_EXPLORER_LOG: process.env.INTERREG_EXPLORER_LOG ?? 'warn' },
    url: `http://${address}/healthz`,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 3000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
