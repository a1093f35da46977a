/** The clipboard, for the app. */
export { copyText } from '../io/site/clipboard'
