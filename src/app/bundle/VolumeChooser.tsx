import { useEffect, useState } from 'preact/hooks'
import { volumePresets } from '../../core/bundle/volumes'
import { formatSize } from '../../core/text/format'

const presetNames: Record<string, string> = {
  'mail-35': '每卷 35 MB，多数邮箱能发',
  'mail-18': '每卷 18 MB，要求较小的邮箱',
  'mail-95': '每卷 95 MB，附件上限较大的邮箱',
  stick: '不分卷，用 U 盘拷贝（每个最大 4 GB）',
}

const megabyte = 1024 * 1024

interface Props {
  /** Payload bytes of each volume under a limit. A new function means that the sizes may have changed. */
  measure: (limit: number) => Promise<number[]>
  onPack: (limit: number) => void
}

/** Asks how to split something too large for one mail; says for each choice what volumes it gives. */
export function VolumeChooser({ measure, onPack }: Props) {
  const [chosen, setChosen] = useState<string>('stick')
  const [custom, setCustom] = useState('50')
  const isCustom = chosen === 'custom'
  const customLimit = Number(custom) * megabyte
  const isValid = !isCustom || (customLimit >= megabyte && customLimit < 4096 * megabyte)
  const limit = isCustom ? customLimit : (volumePresets.find(preset => preset.id === chosen)?.bytes ?? 0)
  const [measured, setMeasured] = useState<{ limit: number; sizes: number[] }>({ limit: 0, sizes: [] })
  useEffect(() => {
    let isWanted = isValid
    if (isValid) void measure(limit).then(sizes => isWanted && setMeasured({ limit, sizes }))
    return () => {
      isWanted = false
    }
  }, [measure, limit, isValid])
  const { sizes } = measured
  const total = sizes.reduce((sum, size) => sum + size, 0)
  // Sizes measured for another limit are not shown for this one.
  const isMeasured = isValid && measured.limit === limit
  const oversized = isMeasured ? sizes.filter(size => size > limit).length : 0
  return (
    <form
      class="volumes"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        if (isValid) onPack(limit)
      }}
    >
      <fieldset>
        <legend>材料共 {formatSize(total)}，要怎样分？</legend>
        {volumePresets.map(({ id }) => (
          <label key={id}>
            <input type="radio" name="volume" checked={chosen === id} onChange={() => setChosen(id)} />
            {presetNames[id]}
          </label>
        ))}
        <label>
          <input type="radio" name="volume" checked={isCustom} onChange={() => setChosen('custom')} />
          每卷
          <input
            type="number"
            min="1"
            max="4095"
            aria-label="自定每卷大小（MB）"
            value={custom}
            onFocus={() => setChosen('custom')}
            onInput={event => setCustom(event.currentTarget.value)}
          />
          MB
        </label>
      </fieldset>
      <p>
        {isMeasured
          ? `会得到 ${sizes.length} 卷：${sizes.slice(0, 8).map(formatSize).join('、')}${sizes.length > 8 ? '……' : ''}。每一卷都是完整的压缩包，可以单独打开。`
          : isValid
            ? '正在计算……'
            : '请填 1 到 4095 之间的数。'}
        {oversized > 0 && `其中 ${oversized} 个文件比一卷还大，只能单独成卷。`}
      </p>
      <button type="submit" class="button primary" disabled={!isValid}>
        {!isMeasured ? '打成压缩包' : sizes.length > 1 ? `打成 ${sizes.length} 卷` : '打成一个压缩包'}
      </button>
    </form>
  )
}
