"""Small documents with their translations, and how they go together."""

from tm.alignment.sentence import Sentence

ENGLISH = (
    "The Committee met in Geneva on 12 March 2021.",
    "It elected Ms. Fernández as its Chair.",
    "Forty-two States had replied by then, and 17 had not.",
    "The Secretariat reported on the budget of $3,450,000.",
    "Nobody objected.",
    "A second report, on refugees and displaced children, was expected in June.",
    "The meeting was closed after a short discussion about the calendar.",
)
FRENCH = (
    "Le Comité s’est réuni à Genève le 12 mars 2021.",
    "Il a élu Mme Fernández à sa présidence.",
    "Quarante-deux États avaient alors répondu, et 17 ne l’avaient pas fait.",
    "Le Secrétariat a rendu compte du budget de 3 450 000 dollars.",
    "Personne ne s’y est opposé.",
    "Un deuxième rapport, consacré aux réfugiés et aux enfants déplacés, était attendu pour juin.",
    "La séance a été levée après une brève discussion sur le calendrier.",
)
RUSSIAN = (
    "Комитет собрался в Женеве 12 марта 2021 года.",
    "Он избрал г-жу Фернандес своим Председателем.",
    "К тому времени ответили сорок два государства, а 17 не ответили.",
    "Секретариат представил доклад о бюджете в размере 3 450 000 долл. США.",
    "Возражений не было.",
    "Второй доклад — о беженцах и перемещенных детях — ожидался в июне.",
    "Заседание было закрыто после непродолжительного обсуждения расписания.",
)


def sentences(texts: tuple[str, ...] | list[str]) -> list[Sentence]:
    """Take each text for a sentence in a block of its own."""
    return [Sentence(text, number) for number, text in enumerate(texts)]
