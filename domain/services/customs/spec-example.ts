/** A company of Yiwu that is registered with China's customs, and its code there. */
export const EXPORTER = {
  exporterOfRecord: { name: "Yiwu Hengda Trading Co., Ltd.", country: "CN" },
  exporterCode: "3307960001",
} as const;

/** Export clearance under general trade, with all that must be asked for; tests change what they are about. */
export const wireSpecExample = { side: "export", supervisionMode: "0110", ...EXPORTER } as const;
