namespace Bot.Domain.Returns;

/// <summary>How far a return has come. The names are stored; they are never renamed.</summary>
public enum ReturnState
{
    /// <summary>草稿: filled from the ledger, nobody has looked at it yet.</summary>
    Draft,

    /// <summary>单位确认: somebody of the unit who may said that it is right.</summary>
    UnitConfirmed,

    /// <summary>审核.</summary>
    Reviewed,

    /// <summary>签发.</summary>
    Signed,

    /// <summary>已上报.</summary>
    HandedUp,
}
