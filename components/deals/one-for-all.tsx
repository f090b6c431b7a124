"use client";

import { createContext, useContext } from "react";

/** Whether one button of the form confirms all suggestions at once: then what is sure needs no mark, and nothing a button of its own. */
export const OneForAll = createContext(false);

/** The same, as parts of the form ask it. */
export const useOneForAll = (): boolean => useContext(OneForAll);
