import { useEffect, useState } from 'preact/hooks'

type BundleWording = typeof import('../wording-bundle')

/** A sentence about a bundle; the sentences are loaded when the first is needed. */
export function Say({ what }: { what: (wording: BundleWording) => string }) {
  const [wording, setWording] = useState<BundleWording | null>(null)
  useEffect(() => {
    void import('../wording-bundle').then(setWording)
  }, [])
  return <>{wording ? what(wording) : '……'}</>
}
