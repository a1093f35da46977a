/**
 * Takes a double click for one press: after the first click something else lies under the pointer, which nobody has looked at.
 * For what changes where files belong; what only leads on may be pressed as fast as one likes.
 */
export function pressedOnce(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act()
  }
}
