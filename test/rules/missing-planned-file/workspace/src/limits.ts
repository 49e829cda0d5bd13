export const limit = 80
