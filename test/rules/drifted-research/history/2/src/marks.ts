export const marks = 2
