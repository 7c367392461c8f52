namespace StravaTools.Activities.Formats.Repair;

/// <summary>The kind of a change that a repair made.</summary>
public enum ActivityRepairKind
{
    /// <summary>Points were put in the order of their times.</summary>
    Ordered,

    /// <summary>Points without a time were dropped from a recording that has times.</summary>
    TimelessPointsDropped,

    /// <summary>Positions of 0,0 were removed: from FIT and TCX the position, from GPX, where a point is its position, the point.</summary>
    ZeroPositionsRemoved,

    /// <summary>A namespace, or the version that goes with it, was declared.</summary>
    NamespaceAdded,

    /// <summary>A creator was added: StravaTools.</summary>
    CreatorAdded,

    /// <summary>A truncated file was cut back to its last complete record or point, and closed.</summary>
    CutBack,

    /// <summary>Sizes and checksums were rewritten.</summary>
    ChecksumMended,

    /// <summary>Values that are not numbers were removed: the value, or the point if its position is unreadable.</summary>
    UnreadableValuesRemoved,

    /// <summary>A damaged gzip was packed again from the part that could be unpacked.</summary>
    Repacked,
}
