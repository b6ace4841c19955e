"""The hasher of the product, which also counts how often it works."""

from domain.accounts.hashers import QuickArgon2Hasher


class CountingHasher(QuickArgon2Hasher):
    works = 0

    def encode(self, password: str, salt: str) -> str:
        CountingHasher.works += 1
        return str(super().encode(password, salt))

    def verify(self, password: str, encoded: str) -> bool:
        CountingHasher.works += 1
        return bool(super().verify(password, encoded))
