export declare const OWN_NODE_MAJOR: number;
export declare function oldNodeSentence(version: string, instead: string): string | null;
export declare function stopOnOldNode(instead: string): void;
