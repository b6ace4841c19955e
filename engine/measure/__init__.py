"""Adaptive measurement on grids: numpy in, numbers out; knows nothing of people, pages or content.

Letters of the axes, the same in the whole package:

    n items         r rows: items that share a topic and a curve
    t topics        l levels 1 to 8
    h cells of a topic's ability (eta)
    k nodes of the competence's ability (theta)
    g nodes of the general factor
    s values of the points

Every ability is on the level scale: level l of a topic is held from l - 1/2 up.
"""
