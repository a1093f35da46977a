/** Runs a publisher's command. Vite, which builds the site, also reads our TypeScript, so any Node that builds can run it. */
import { runnerImport } from 'vite'

const { module } = await runnerImport('/src/publish/command.ts', { configFile: false, logLevel: 'error' })
process.exitCode = await module.runCommand(process.argv.slice(2))
