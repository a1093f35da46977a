import { useEffect, useRef, useState } from 'preact/hooks'
import { longestTeam } from '../../core/bundle/plan'
import type { Team } from '../../core/checklist/teams'

interface Props {
  teams: readonly Team[]
  names: readonly string[]
  setTeam: (name: string, team: Team | null) => void
}

/** 增减股室: names are free text, remembered for the next unit. */
export function TeamNames({ teams, names, setTeam }: Props) {
  const [draft, setDraft] = useState('')
  const [renaming, setRenaming] = useState<{ name: string; to: string } | null>(null)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.focus(), [renaming?.name])
  const isTaken = (name: string) => teams.some(team => team.name === name)
  const add = (event: Event) => {
    event.preventDefault()
    const name = draft.trim()
    if (name === '' || isTaken(name)) return
    setTeam(name, { name, items: [] })
    setDraft('')
  }
  const rename = (event: Event, team: Team) => {
    event.preventDefault()
    const name = renaming?.to.trim() ?? ''
    if (name !== team.name && isTaken(name)) return
    if (name !== '' && name !== team.name) setTeam(team.name, { ...team, name })
    setRenaming(null)
  }
  return (
    <section class="card team-names" aria-label="增减股室">
      <form onSubmit={add}>
        <label>
          <span>股室名称</span>
          <input
            type="text"
            list="team-names"
            maxLength={longestTeam}
            value={draft}
            placeholder="如：特设股"
            onInput={event => setDraft(event.currentTarget.value)}
          />
        </label>
        <datalist id="team-names">
          {names
            .filter(name => !isTaken(name))
            .map(name => (
              <option key={name} value={name} />
            ))}
        </datalist>
        <button type="submit" class="button">
          添加
        </button>
        {isTaken(draft.trim()) && <span class="hint">已经有这个股室了。</span>}
      </form>
      {teams.length > 0 && (
        <ul>
          {teams.map(team => (
            <li key={team.name}>
              {renaming?.name === team.name ? (
                <form onSubmit={event => rename(event, team)}>
                  <input
                    ref={box}
                    type="text"
                    aria-label={`“${team.name}”的新名称`}
                    maxLength={longestTeam}
                    value={renaming.to}
                    onInput={event => setRenaming({ name: team.name, to: event.currentTarget.value })}
                  />
                  <button type="submit" class="button">
                    保存名称
                  </button>
                  <button type="button" class="button quiet" onClick={() => setRenaming(null)}>
                    不改了
                  </button>
                  {renaming.to.trim() !== team.name && isTaken(renaming.to.trim()) && (
                    <span class="hint">已经有这个股室了。</span>
                  )}
                </form>
              ) : (
                <>
                  <span>{team.name}</span>
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={`把“${team.name}”改名`}
                    onClick={() => setRenaming({ name: team.name, to: team.name })}
                  >
                    改名
                  </button>
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={`去掉“${team.name}”`}
                    onClick={() => setTeam(team.name, null)}
                  >
                    去掉
                  </button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {teams.length === 0 && (
        <p>先写股室的名称，一个一个添加；再在下面的表里勾谁备哪一行；最后把链接或分工文件发给他们。</p>
      )}
      {teams.length > 0 && <p>去掉一个股室，只是不再分给它；它交回、已经合并的材料都留着。</p>}
    </section>
  )
}
