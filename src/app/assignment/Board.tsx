import { useMemo, useState } from 'preact/hooks'
import { writeGiven, writeGivenFile, writeLink } from '../../core/assignment/link'
import { giveItems, nameItems, overviewOf, rowStates } from '../../core/assignment/overview'
import type { Team } from '../../core/checklist/teams'
import { formatMinute } from '../../core/text/format'
import type { BoardProps } from './pieces'
import { TeamCard } from './TeamCard'
import { TeamNames } from './TeamNames'
import { TeamTable } from './TeamTable'

export { Offer } from './Offer'

/**
 * 分给股室: the teams with what came back of each, and the table of who has what. A part of the page: it holds no store, all
 * that it shows and does comes in.
 */
export function Board(props: BoardProps) {
  const { catalogue, checklist, names, isLinkable, setTeam, downloadGiven, copy, Import } = props
  const states = useMemo(() => overviewOf(catalogue, checklist), [checklist])
  const rows = useMemo(() => rowStates(catalogue, checklist), [checklist])
  const teams = states.filter(({ isAssigned }) => isAssigned).map(({ team }) => team)
  const [isEditing, setEditing] = useState(teams.length === 0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const give = (team: Team, ids: readonly string[], isOn: boolean) =>
    setTeam(team.name, giveItems(team, rows, ids, isOn))
  const chosenNames = nameItems(rows, [...chosen])
  const choose = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (isOn) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }
  const pass = (team: Team) => {
    const text = writeGiven(catalogue, checklist, team)
    const link = isLinkable ? writeLink(location.href, text) : ''
    const note = () => setTeam(team.name, { ...team, given: new Date().toISOString() })
    return {
      link: link ?? '',
      isTooLong: link === null,
      download: () => {
        downloadGiven(writeGivenFile(text), team.name)
        note()
      },
      copy: () => {
        note()
        return copy(link ?? '')
      },
    }
  }
  return (
    <div class="stack page board">
      <header class="board-head">
        <h2>分给股室</h2>
        <a href="#materials">回到各项材料</a>
        <button type="button" class="button" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
          增减股室
        </button>
        <Import label="合并交回的文件…" />
      </header>
      <Summary states={states} />
      {isEditing && <TeamNames teams={teams} names={names} setTeam={setTeam} />}
      {states.length > 0 && (
        <ul class="teams">
          {states.map(state => (
            <TeamCard key={state.team.name} state={state} pass={pass(state.team)} />
          ))}
        </ul>
      )}
      <TeamTable
        rows={rows}
        checklist={checklist}
        catalogue={catalogue}
        teams={teams}
        chosen={chosen}
        onChoose={choose}
        give={give}
      />
      {chosen.size > 0 && (
        <section class="foot-bar chosen-foot" aria-label="已选的材料">
          <p>
            <strong>已选 {chosen.size} 项</strong> {chosenNames.slice(0, 8).join('、')}
            {chosenNames.length > 8 && ' 等'}
          </p>
          <div class="actions">
            {teams.length === 0 && <span>请先在上面写股室的名称。</span>}
            {teams.map(team => (
              <button
                key={team.name}
                type="button"
                class="button"
                onClick={() => {
                  give(team, [...chosen], true)
                  setChosen(new Set())
                }}
              >
                分给{team.name}
              </button>
            ))}
            {teams.length > 0 && (
              <button
                type="button"
                class="button quiet"
                onClick={() => {
                  for (const team of teams) give(team, [...chosen], false)
                  setChosen(new Set())
                }}
              >
                收回，不分
              </button>
            )}
            <button type="button" class="button quiet" onClick={() => setChosen(new Set())}>
              取消选择
            </button>
          </div>
        </section>
      )}
    </div>
  )
}

/** How many teams handed back, when the last did, and who did not. */
function Summary({ states }: { states: ReturnType<typeof overviewOf> }) {
  const assigned = states.filter(({ isAssigned }) => isAssigned)
  const open = assigned.filter(({ handBacks }) => handBacks.length === 0)
  const last = states.flatMap(({ handBacks }) => handBacks.map(({ at }) => at)).sort()
  return (
    <div class="strip board-summary">
      {assigned.length > 0 && (
        <p>
          <strong>
            合并 {assigned.length - open.length}/{assigned.length}
          </strong>{' '}
          {last.length > 0 && `上次 ${formatMinute(last[last.length - 1] ?? '')}。`}
          {open.length > 0 && <span class="care">! 还差{open.map(({ team }) => team.name).join('、')}</span>}
        </p>
      )}
      <p>各股室备自己的材料、写自己的段落，把压缩包交回来，在这里合并。先后不限，重复合并也不会多出来。</p>
    </div>
  )
}
