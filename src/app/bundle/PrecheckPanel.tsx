import { useStore } from '@nanostores/preact'
import { formatSize } from '../../core/text/format'
import { $packing } from '../../stores/bundle/bundle'
import { $precheck, cancelPrecheck, dismissPrecheck, type Precheck } from '../../stores/bundle/precheck'
import { refusalWording } from '../../wording/refusal'

/** 预检: its progress, and its verdict in plain words. */
export function PrecheckPanel() {
  const precheck = useStore($precheck)
  const packing = useStore($packing)
  // A good verdict gives way to the bundle's panel.
  const isPassed = precheck.state === 'done' && isSound(precheck)
  if (precheck.state === 'idle' || (isPassed && packing.state !== 'idle')) return null
  const isBusy = precheck.state === 'checking'
  return (
    <section class="packing" aria-label="预检" aria-live="polite">
      <div class="width">
        <div class="packing-body">{renderState(precheck)}</div>
        <button type="button" class="button" onClick={isBusy ? cancelPrecheck : dismissPrecheck}>
          {isBusy ? '停止预检' : '知道了'}
        </button>
      </div>
    </section>
  )
}

function isSound({ damaged, findings }: Extract<Precheck, { state: 'done' }>): boolean {
  return damaged.length === 0 && findings.length === 0
}

function renderState(precheck: Precheck) {
  switch (precheck.state) {
    case 'checking':
      return (
        <>
          <p>
            正在预检：逐个重读文件、核对校验值，{formatSize(precheck.bytesRead)} /{' '}
            {formatSize(precheck.bytes)}
          </p>
          <progress value={precheck.bytesRead} max={precheck.bytes} aria-label="预检进度" />
        </>
      )
    case 'stopped':
      return <p class="wrong">预检没有做完：{refusalWording[precheck.refusal]}清单和文件都没有改动。</p>
    case 'done':
      return isSound(precheck) ? (
        <p class="complete">
          ✓ 预检通过：{precheck.files}{' '}
          个文件逐个重读，与添加时完全一致；材料包按收件核验的规则检查无误。预检只看文件有没有损坏，还缺哪几项请看“报送前核对”。
        </p>
      ) : (
        <>
          <p class="wrong">
            预检发现 {precheck.damaged.length + precheck.findings.length} 处问题，请处理后再下载：
          </p>
          <ul>
            {precheck.damaged.map(({ item, name, isMissing }) => (
              <li key={item + name}>
                {item || '待归类'} <strong>{name}</strong>{' '}
                {isMissing
                  ? '内容不在这台电脑上，请重新添加这个文件。'
                  : '保存的内容读不出来，或者与添加时不一致，请重新添加这个文件。'}
              </li>
            ))}
            {precheck.findings.map((finding, i) => (
              <li key={i}>{finding}</li>
            ))}
          </ul>
        </>
      )
    default:
      return null
  }
}
