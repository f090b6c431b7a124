export const CONTAINER_OWNERS = ["coc", "soc"] as const;
export const HANDLERS = ["shipper", "carrier"] as const;
export const CARRIER_TYPES = ["own_fleet", "forwarder"] as const;
export const TRACKING_METHODS = ["gps", "seal", "milestones"] as const;
