using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>The compiler requires this type for records; .NET Standard 2.0 does not contain it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
