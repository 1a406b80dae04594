import pickle

from models.errors import Fault, InputError, NotFound
from models.text import Text


def test_errors_survive_pickling_with_their_parameters():
    error = pickle.loads(pickle.dumps(NotFound("unknown_actor", name="Å")))
    assert type(error) is NotFound
    assert (error.code, error.params) == ("unknown_actor", {"name": "Å"})


def test_input_error_carries_every_fault():
    fault = Fault(file="actors.csv", row=2, code="missing", mend=Text(sv="a", en="b"))
    error = pickle.loads(pickle.dumps(InputError((fault, fault))))
    assert error.faults == (fault, fault)
    assert error.params == {"count": 2}
