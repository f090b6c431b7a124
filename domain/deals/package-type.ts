/** Package codes of UN/ECE Recommendation 21 that the market's cargo comes in, the usual ones first. */
export const PACKAGE_TYPES = [
  "CT",
  "BX",
  "CR",
  "CS",
  "PX",
  "8A",
  "PK",
  "BG",
  "5M",
  "SA",
  "43",
  "BE",
  "BL",
  "RO",
  "RL",
  "CL",
  "DR",
  "PL",
  "JR",
  "CY",
  "LG",
  "PU",
  "RK",
  "BK",
  "NE",
  "VR",
  "VO",
  "VL",
] as const;
export type PackageType = (typeof PACKAGE_TYPES)[number];

export const isPackageType = (code: string): code is PackageType => (PACKAGE_TYPES as readonly string[]).includes(code);
