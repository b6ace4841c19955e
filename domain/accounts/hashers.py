"""How passwords are kept."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class QuickArgon2Hasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB and two passes: 30 ms of processor, where Django's own settings ask for 100 MiB.

    A class of thirty signs in within a second on two cores. `python3 run.py bench hashing` measures it again;
    when it drops under 15 ms, raise `memory_cost`: passwords are hashed anew as people sign in.
    """

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1
