/** The publisher's page: opens the work that was left on this computer, draws, and takes whatever is dropped anywhere. */
import { render } from 'preact'
import { openProject, type ToolContent } from '../stores/publishing/project'
import { takeFiles } from '../stores/publishing/taking'
import { Publish } from './publishing/Publish'

const root = document.getElementById('publish') as HTMLElement
const content = JSON.parse(document.getElementById('page')?.textContent ?? '') as ToolContent

document.addEventListener('dragover', event => event.preventDefault())
document.addEventListener('drop', event => {
  event.preventDefault()
  void takeFiles([...(event.dataTransfer?.files ?? [])])
})
// On `load`, because in a single file the parts stand behind this script.
addEventListener('load', () => {
  openProject(content, new Date())
  root.textContent = ''
  render(<Publish />, root)
})
