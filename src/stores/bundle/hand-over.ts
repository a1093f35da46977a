/** Handing the volumes of something packed to the browser, one by one: it holds back several downloads at once. */
import { canChoosePlace, downloadBlob, saveBlobAs } from '../../io/files/download'

/** True where a volume can go to a place the person chooses. */
export const offersPlace = canChoosePlace

interface HandedOver {
  bundle: { volumes: readonly { blob: Blob; fileName: string }[] }
  /** Indexes of the volumes that went to the downloads. */
  handedOver: number[]
}

/**
 * Gives one volume to the downloads, or to the place the person chooses. @returns `packed` with that volume among those
 * handed over; null where the person chose no place. @throws the platform's error where it can't be written
 */
export async function handOverVolume<Packed extends HandedOver>(
  packed: Packed,
  index: number,
  choosesPlace: boolean,
): Promise<Packed | null> {
  const volume = packed.bundle.volumes[index]
  if (!volume) return null
  if (!choosesPlace) downloadBlob(volume.blob, volume.fileName)
  else if (!(await saveBlobAs(volume.blob, volume.fileName))) return null
  return { ...packed, handedOver: [...new Set([...packed.handedOver, index])] }
}
