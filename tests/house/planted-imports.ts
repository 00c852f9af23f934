/** An import that must be caught: who, what, and by which rule. */
export interface Plant {
  readonly rule: string
  readonly from: string
  readonly line: string
  /** A file to plant beside it, for the import to find, and its own import. */
  readonly to?: string
  readonly toLine?: string
}

export const PLANTS: readonly Plant[] = [
  { rule: 'no-cycles', from: 'shared/base/egg.ts', line: "import type { X } from './hen.ts'", to: 'shared/base/hen.ts', toLine: "import { x } from './egg.ts'" },
  { rule: 'no-ghosts', from: 'shared/base/ghost.ts', line: "import { x } from './nowhere.ts'" },
  { rule: 'shared-stands-alone', from: 'shared/base/disk.ts', line: "import { readFileSync } from 'node:fs'" },
  { rule: 'shared-stands-alone', from: 'shared/base/react.ts', line: "import type { ReactNode } from 'react'" },
  { rule: 'processes-meet-in-shared', from: 'main/desk/window.ts', line: "import type { X } from '../../renderer/ui/x.ts'", to: 'renderer/ui/x.ts' },
  { rule: 'processes-meet-in-shared', from: 'renderer/ui/machine.ts', line: "import { x } from '../../main/room/x.ts'" },
  { rule: 'product-ignores-workshop', from: 'main/desk/test.ts', line: "import { x } from '../../tests/builders/x.ts'" },
  { rule: 'base-looks-down', from: 'shared/base/up.ts', line: "import type { X } from '../acts/x.ts'", to: 'shared/acts/x.ts' },
  { rule: 'people-looks-down', from: 'shared/people/aside.ts', line: "import { x } from '../units/x.ts'", to: 'shared/units/x.ts' },
  { rule: 'dossiers-looks-down', from: 'shared/dossiers/up.ts', line: "import { x } from '../desk/x.ts'", to: 'shared/desk/x.ts' },
  { rule: 'forms-looks-down', from: 'shared/forms/up.ts', line: "import type { X } from '../bridge/x.ts'", to: 'shared/bridge/x.ts' },
  { rule: 'every-folder-has-a-floor', from: 'shared/attic/x.ts', line: "import { x } from '../base/x.ts'", to: 'shared/base/x.ts' },
  { rule: 'screens-are-strangers', from: 'renderer/screens/desk/x.ts', line: "import { x } from '../intake/x.ts'", to: 'renderer/screens/intake/x.ts' },
  { rule: 'parts-know-no-screens', from: 'renderer/parts/x.ts', line: "import { x } from '../screens/intake/y.ts'", to: 'renderer/screens/intake/y.ts' },
  { rule: 'ui-knows-no-domain', from: 'renderer/ui/domain.ts', line: "import { x } from '../../shared/dossiers/x.ts'", to: 'shared/dossiers/x.ts' },
  { rule: 'text-knows-no-screen', from: 'renderer/text/x.ts', line: "import { x } from '../state/x.ts'", to: 'renderer/state/x.ts' },
  { rule: 'folders-are-strangers', from: 'shared/forms/receipt/x.ts', line: "import { x } from '../refusal/x.ts'", to: 'shared/forms/refusal/x.ts' },
  { rule: 'rxdb-lives-in-store', from: 'renderer/state/rx.ts', line: "import { Subject } from 'rxjs'" },
  { rule: 'zustand-lives-in-state', from: 'renderer/parts/state.ts', line: "import type { StoreApi } from 'zustand'" },
  { rule: 'log-lives-in-app', from: 'main/desk/log.ts', line: "import log from 'electron-log/node.js'" },
  { rule: 'electron-lives-in-main', from: 'renderer/parts/electron.ts', line: "import type { App } from 'electron'" },
  { rule: 'qr-lives-in-printing', from: 'main/desk/qr.ts', line: "import { create } from 'qrcode'" },
  { rule: 'bridge-is-the-top', from: 'main/desk/bridge.ts', line: "import { x } from '../bridge/x.ts'", to: 'main/bridge/x.ts' },
]
