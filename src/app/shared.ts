/**
 * What a part that is loaded later shares with the page: one copy of Preact and of every store it reads. The keys are the
 * modules as this file names them; `build/classic-scripts` makes a part take them from here.
 */
import * as preactStore from '@nanostores/preact'
import * as hooks from 'preact/hooks'
import * as jsx from 'preact/jsx-runtime'
import * as backup from '../stores/backup'
import * as bundle from '../stores/bundle'
import * as checklist from '../stores/checklist'
import * as papers from '../stores/papers'
import * as precheck from '../stores/precheck'
import * as restore from '../stores/restore'
import * as savedHere from '../stores/saved-here'
import * as units from '../stores/units'

Object.assign(globalThis, {
  yinzheng: {
    '@nanostores/preact': preactStore,
    'preact/hooks': hooks,
    'preact/jsx-runtime': jsx,
    '../stores/backup': backup,
    '../stores/bundle': bundle,
    '../stores/checklist': checklist,
    '../stores/papers': papers,
    '../stores/precheck': precheck,
    '../stores/restore': restore,
    '../stores/saved-here': savedHere,
    '../stores/units': units,
  },
})
