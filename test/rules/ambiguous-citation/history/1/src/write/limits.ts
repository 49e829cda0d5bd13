export const size = 80
