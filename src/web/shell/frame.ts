import { createContext } from 'react'

/** Whether what is drawn stands inside the frame, which has the page's main landmark already. */
export const FrameContext = createContext(false)
