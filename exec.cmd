@rem Windows has no exec: the npm script "start" finds this one, which runs what follows it.
@%*
