import { labelOf } from '../../build/edition'
import type { Sight } from '../../publish/draft/look'
import type { Standing } from '../../publish/draft/project'
import { sightNames } from '../../wording/publishing'

/** What everybody will be able to read: secrets, numbers of persons, names. Nothing is taken out by itself. */
export function Look({ sights, standing: { folder } }: { sights: readonly Sight[]; standing: Standing }) {
  const kinds = Object.keys(sightNames) as Sight['kind'][]
  return (
    <section class="card publish-look" aria-label="发布前看一看">
      <h2>发布前看一看</h2>
      <p>
        网页放上去，人人都能看到下面这些。不该公开的，到表或通知里改掉；
        {labelOf(folder)}的文件定过密的，不要在这里做。
      </p>
      {sights.length === 0 && (
        <p class="done">✓ 没有找到电话、人名、身份证号和像涉密的字样。还是请通读一遍。</p>
      )}
      {kinds.map(kind => {
        const own = sights.filter(sight => sight.kind === kind)
        return (
          own.length > 0 && (
            <div key={kind}>
              <h3 class={kind === 'secret' || kind === 'identity' ? 'attention' : undefined}>
                {sightNames[kind]} {own.length} 处
              </h3>
              <ul class="plain">
                {own.map(({ text, around, place }) => (
                  <li key={text}>
                    <strong>{text}</strong>{' '}
                    <span class="second">
                      {place === 'notice' ? '通知' : `第 ${place} 行`}：{around}
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
    </section>
  )
}
