/** The fee's index changes with the year of the country that charges it. */
export const FEE_ZONE = "Asia/Almaty";
