// Next gives this package a meaning by bundling; in tests it stands for nothing.
export {};
