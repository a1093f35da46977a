/** For the ref of an element: tells the styles how high it is, by the custom property `name`. */
export function tellHeight(name: string): (element: HTMLElement | null) => void {
  return element => {
    const tell = () => document.documentElement.style.setProperty(name, `${element?.offsetHeight}px`)
    if (element) new ResizeObserver(tell).observe(element)
  }
}
